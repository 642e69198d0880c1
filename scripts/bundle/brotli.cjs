// In place of the package brotli, which fontkit asks for fonts in WOFF 2: its dictionary was a fifth of the bundle.
const { brotliDecompressSync } = require('node:zlib');

module.exports = (bytes) => brotliDecompressSync(bytes);
