import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { EventStream } from './event-stream.js';

/** The server's end of a connection whose client can stop reading. */
class FakeResponse extends EventEmitter {
  written = '';
  isRead = true;
  writableEnded = false;
  destroyed = false;

  writeHead(): void {}
  write(text: string): boolean {
    this.written += text;
    return this.isRead;
  }
  end(text = ''): void {
    this.written += text;
    this.writableEnded = true;
    if (this.isRead) this.emit('close');
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

function open() {
  const response = new FakeResponse();
  const socket = new EventEmitter();
  const request = { socket } as unknown as Request;
  const stream = new EventStream(request, response as unknown as Response);
  stream.begin();
  return { stream, response, socket };
}

describe('EventStream', () => {
  it('writes messages as the standard wants them', () => {
    const { stream, response } = open();
    stream.send({ event: 'images-failed', id: 7, data: '{"a":1}' });
    expect(response.written).toBe('retry: 2000\n\nevent: images-failed\nid: 7\ndata: {"a":1}\n\n');
  });

  it('says when a client does not read, and when it reads again', () => {
    const { stream, response } = open();
    let rooms = 0;
    stream.whenWritable(() => (rooms += 1));
    response.isRead = false;
    stream.send({ event: 'progress', data: '{}' });
    expect(stream.isWritable).toBe(false);
    response.isRead = true;
    response.emit('drain');
    expect([stream.isWritable, rooms]).toEqual([true, 1]);
  });

  it('writes no sign of life to a client that does not read, and cuts it off in the end', () => {
    const { stream, response } = open();
    const now = Date.now();
    response.isRead = false;
    stream.beat(now);
    const { written } = response;
    stream.beat(now + 15_000);
    expect([response.written, response.destroyed]).toEqual([written, false]);
    stream.beat(now + 45_000);
    expect([response.destroyed, stream.isOpen]).toEqual([true, false]);
  });

  it('cuts off a client that does not read the end', () => {
    const { stream, response, socket } = open();
    const now = Date.now();
    response.isRead = false;
    stream.send({ event: 'end', data: '{}', isLast: true });
    response.emit('drain'); // of what came before the end
    stream.beat(now);
    stream.beat(now + 15_000);
    expect([response.destroyed, socket.listenerCount('close')]).toEqual([false, 1]);
    stream.beat(now + 45_000);
    expect([response.destroyed, socket.listenerCount('close')]).toEqual([true, 0]);
  });

  it('ends with a reason where the client reads, and without a word where it does not', () => {
    const [reading, deaf] = [open(), open()];
    deaf.response.isRead = false;
    deaf.stream.beat();
    for (const { stream } of [reading, deaf]) stream.end('enough');
    expect(reading.response.written).toContain(': enough\n\n');
    expect([deaf.response.destroyed, deaf.response.written.includes('enough')]).toEqual([true, false]);
  });

  it.each(['response', 'socket'] as const)(
    'tells once when its %s is closed, and leaves no listener',
    (end) => {
      const { stream, response, socket } = open();
      let closed = 0;
      stream.whenClosed(() => (closed += 1));
      (end === 'response' ? response : socket).emit('close');
      response.emit('close');
      expect([closed, stream.isOpen, socket.listenerCount('close')]).toEqual([1, false, 0]);
      stream.send({ event: 'progress', data: '{}' });
      expect(response.written).toBe('retry: 2000\n\n');
    },
  );
});
