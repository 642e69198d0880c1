/** Lets one action at a time take the processor, in the order in which they asked for it. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(action: () => Promise<T>): Promise<T> {
    const turn = this.last.then(action);
    this.last = turn.catch(() => {});
    return turn;
  }
}
