import { once } from 'node:events';
import { get as request, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface LiveMessage {
  readonly event: string;
  readonly id?: string;
  readonly data: Record<string, unknown>;
}

/** A client of server-sent events that remembers everything it hears. */
export class EventFollower {
  readonly messages: LiveMessage[] = [];
  readonly comments: string[] = [];
  /** The stream is over, whoever ended it. */
  hasEnded = false;
  private text = '';

  private constructor(private readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => this.read(chunk));
    response.on('error', () => undefined);
    response.on('close', () => (this.hasEnded = true));
  }

  /** Opens a connection of its own. @throws when the answer is not a stream */
  static async open(url: string, headers: Record<string, string> = {}): Promise<EventFollower> {
    const asked = request(url, { headers, agent: false });
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    if (response.statusCode === 200) return new EventFollower(response);
    response.resume();
    throw new Error(`${url} answered ${response.statusCode}`);
  }

  get headers(): IncomingMessage['headers'] {
    return this.response.headers;
  }

  of(event: string): LiveMessage[] {
    return this.messages.filter((message) => message.event === event);
  }

  /** Waits until it is so; the test's own deadline ends what never is. */
  async until(isSo: (follower: this) => boolean): Promise<void> {
    while (!isSo(this)) await sleep(10);
  }

  /** Breaks the connection, as a phone in a lift does. */
  cut(): void {
    this.response.destroy();
  }

  /** Stops reading, without a word. */
  pause(): void {
    this.response.pause();
  }

  private read(chunk: string): void {
    const blocks = (this.text + chunk).split('\n\n');
    this.text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = block.split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line)?.slice(1) ?? []);
      const field = (name: string) => fields.find(([found]) => found === name)?.[1];
      const [event, data, id] = [field('event'), field('data'), field('id')];
      if (event !== undefined && data !== undefined) {
        this.messages.push({
          event,
          data: JSON.parse(data) as Record<string, unknown>,
          ...(id !== undefined && { id }),
        });
      } else if (field('') !== undefined) this.comments.push(field('') ?? '');
    }
  }
}
