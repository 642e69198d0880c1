import type { PlannedArtifact } from '../plan/plan.ts';
import type { Terminal } from './terminal.ts';

/** Says how far a run is: one line drawn over itself on a terminal, nothing in a log. */
export class Progress {
  private readonly terminal: Terminal;
  private drawn = false;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  /** An artifact is about to be made. */
  step(done: number, total: number, artifact: PlannedArtifact): void {
    const { product, language, format } = artifact;
    this.say(`${done}/${total} ${product} ${language} ${format}`);
  }

  /** Draws a line over the last one. */
  say(text: string): void {
    if (!this.terminal.interactive) return;
    this.terminal.err(`\r\u001b[K${text}`);
    this.drawn = true;
  }

  /** Clears the line. */
  end(): void {
    if (this.drawn) this.terminal.err('\r\u001b[K');
    this.drawn = false;
  }
}
