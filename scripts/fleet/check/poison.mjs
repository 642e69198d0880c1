// Loaded into a worker before the program: ends it, as a machine that dies would, when it comes to the contract of ANNEX_POISON.
// What is written of a contract is compressed with its customer's name in it.
import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';

const customer = process.env.ANNEX_POISON;
const { deflateRawSync } = zlib;

zlib.deflateRawSync = (bytes, options) => {
  if (Buffer.from(bytes).includes(customer)) process.kill(process.pid, 'SIGKILL');
  return deflateRawSync(bytes, options);
};
syncBuiltinESMExports();
