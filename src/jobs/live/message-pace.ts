/** Messages of one stream within any second. */
const PER_SECOND = 4;
const SECOND_MS = 1_000;

/** Between two messages that leave room for others, so that they come evenly. */
const EVEN_MS = SECOND_MS / PER_SECOND;

/** When the next message of a stream may go out. */
export class MessagePace {
  /** Times of the latest messages, oldest first. */
  private sentAt: number[] = [];

  /**
   * @param now milliseconds
   * @param isUrgent the end of a stream does not wait for its turn, only for the limit
   * @returns milliseconds to wait
   */
  waitMs(now: number, isUrgent: boolean): number {
    const [oldest] = this.sentAt;
    const limit = this.sentAt.length < PER_SECOND ? 0 : (oldest ?? 0) + SECOND_MS - now;
    const turn = isUrgent ? 0 : (this.sentAt.at(-1) ?? -Infinity) + EVEN_MS - now;
    return Math.max(0, limit, turn);
  }

  noteSent(now: number): void {
    this.sentAt = [...this.sentAt, now].slice(-PER_SECOND);
  }
}
