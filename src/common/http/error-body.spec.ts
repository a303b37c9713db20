import { InvalidInputError } from '../domain-error.js';
import { toErrorAnswer } from './error-body.js';

describe('toErrorAnswer', () => {
  it('says what a domain error says', () => {
    expect(toErrorAnswer(new InvalidInputError('"x" is bad.'))).toEqual({
      status: 400,
      body: { error: '"x" is bad.', code: 'INVALID_INPUT' },
    });
  });

  it.each([
    [{ status: 400, type: 'entity.parse.failed' }, 400, 'MALFORMED_JSON'],
    [{ status: 413, type: 'entity.too.large', limit: 100 }, 413, 'BODY_TOO_LARGE'],
    [{ status: 415, type: 'charset.unsupported' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [{ status: 400, type: 'request.aborted' }, 400, 'BODY_INCOMPLETE'],
  ])('answers %j with %d', (thrown, status, code) => {
    expect(toErrorAnswer(thrown)).toMatchObject({ status, body: { code } });
  });

  it('tells nothing about what nobody foresaw', () => {
    const { status, body } = toErrorAnswer(new Error('password is hunter2'));
    expect(status).toBe(500);
    expect(body.error).not.toContain('hunter2');
  });
});
