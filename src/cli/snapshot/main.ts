/**
 * What a start-up snapshot is built from (`node --build-snapshot`, docs of Node: v8.startupSnapshot): the command, loaded and
 * rehearsed. A process that starts from it goes on with its own command line.
 */
import './late-segmenter.ts';
import { startupSnapshot } from 'node:v8';
import { runProcess } from '../process.ts';
import * as command from '../run.ts';
import { restoreSegmenter } from './late-segmenter.ts';
import { rehearse } from './rehearse.ts';

startupSnapshot.setDeserializeMainFunction(() => {
  // Node was told of no script: its words begin behind it.
  void runProcess(async () => command, process.argv.slice(1));
});
rehearse().then(restoreSegmenter, (fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.stack : fault}\n`);
  process.exit(1);
});
