// In place of the package tiny-inflate, by which fontkit and others unpack tables of Unicode as they are loaded.
const { inflateRawSync } = require('node:zlib');

/** Fills `target`, and gives what was filled of it. */
module.exports = (packed, target) => {
  const bytes = inflateRawSync(packed);
  target.set(bytes);
  return target.subarray(0, bytes.length);
};
