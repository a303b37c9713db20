import { InvalidInputError } from '../domain-error.js';
import { toErrorAnswer } from './error-body.js';

describe('toErrorAnswer', () => {
  it('says what a domain error says', () => {
    expect(toErrorAnswer(new InvalidInputError('"x" is bad.'))).toEqual({
      status: 400,
      body: { error: '"x" is bad.', code: 'INVALID_INPUT' },
    });
  });

  it('keeps the status that Express gives a request it cannot read', () => {
    expect(toErrorAnswer({ status: 400, message: 'Failed to decode param' })).toEqual({
      status: 400,
      body: { error: 'The request cannot be read.', code: 'BAD_REQUEST' },
    });
  });

  it('tells nothing about what nobody foresaw', () => {
    const { status, body } = toErrorAnswer(new Error('password is hunter2'));
    expect(status).toBe(500);
    expect(body.error).not.toContain('hunter2');
  });
});
