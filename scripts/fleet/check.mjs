// The check of a fleet: a real PostgreSQL, a real S3 server behind a line that fails one call in twenty, workers that are killed
// at random, one contract of which every worker dies, and a database that is restarted twice. In the end every contract has to
// be accounted for once, and the packs have to be those of a run on one machine, byte for byte.
//   node scripts/fleet/check.mjs [--contracts 20000] [--workers 3] [--seed 1] [--quick]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Night } from './check/night.mjs';
import { Bucket } from './servers/bucket.mjs';
import { startFaulty } from './servers/faulty.mjs';
import { missingServers } from './servers/missing.mjs';
import { Postgres } from './servers/postgres.mjs';

const { values } = parseArgs({
  options: {
    contracts: { type: 'string', default: '20000' },
    workers: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
  },
});
const [contracts, workers, seed] = [values.contracts, values.workers, values.seed].map(Number);

const missing = missingServers();
if (missing.length > 0) {
  console.log(`SKIPPED, not found: ${missing.join(', ')}. bash scripts/fleet/set-up.sh installs them.`);
  process.exit(process.env.CI === 'true' ? 1 : 0);
}

const folder = mkdtempSync(join(tmpdir(), 'annex-fleet-'));
const postgres = await Postgres.start();
const bucket = await Bucket.start();
const line = await startFaulty(bucket.port, seed);
let failures;
try {
  failures = await new Night({
    folder,
    postgres,
    bucket,
    line,
    contracts,
    workers,
    seed,
    quick: values.quick,
  }).pass();
} catch (fault) {
  console.error(fault);
  failures = ['it did not come to its end'];
} finally {
  line.stop();
  postgres.stop();
  await bucket.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) console.error(`FAILED: ${failure}`);
console.log(failures.length === 0 ? 'A fleet made what one machine makes.' : `${failures.length} failures`);
process.exitCode = failures.length === 0 ? 0 : 1;
