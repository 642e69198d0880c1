// In place of the ciphers of pdfkit, whose tables take time as they are loaded: PDF/A forbids encryption (ISO 19005-3, 6.1.3).
const refuse = () => {
  throw new Error('This program encrypts nothing.');
};

module.exports = { cbc: refuse, ecb: refuse };
