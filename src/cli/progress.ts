import type { PlannedArtifact } from '../plan/plan.ts';
import type { Terminal } from './terminal.ts';

/** Says how far a build is: one line drawn over itself on a terminal, nothing in a log. */
export class Progress {
  private readonly terminal: Terminal;
  private drawn = false;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  /** An artifact is about to be made. */
  step(done: number, total: number, artifact: PlannedArtifact): void {
    if (!this.terminal.interactive) return;
    const { product, language, format } = artifact;
    this.terminal.err(`\r\u001b[K${done}/${total} ${product} ${language} ${format}`);
    this.drawn = true;
  }

  /** Clears the line. */
  end(): void {
    if (this.drawn) this.terminal.err('\r\u001b[K');
    this.drawn = false;
  }
}
