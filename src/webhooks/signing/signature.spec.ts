import { Webhook } from 'standardwebhooks';
import { newSecret } from './secret.js';
import { signedHeaders } from './signature.js';

const message = { id: 'msg_1', at: new Date(), body: '{"type":"job.settled","data":{"reference":"Zürich"}}' };

describe('signedHeaders', () => {
  it('signs so that the library of Standard Webhooks verifies it', () => {
    const secret = newSecret();
    const headers = signedHeaders(message, [secret]);
    expect(new Webhook(secret).verify(message.body, headers)).toMatchObject({ type: 'job.settled' });
    expect(() => new Webhook(newSecret()).verify(message.body, headers)).toThrow(/No matching signature/);
    expect(() => new Webhook(secret).verify(`${message.body} `, headers)).toThrow(/No matching signature/);
  });

  it('signs with the value the specification gives as its example', () => {
    const example = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    };
    expect(signedHeaders(example, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': example.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('signs with both secrets while one takes over from the other', () => {
    const [old, fresh] = [newSecret(), newSecret()];
    const headers = signedHeaders(message, [fresh, old]);
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const secret of [old, fresh]) {
      expect(() => new Webhook(secret).verify(message.body, headers)).not.toThrow();
    }
  });
});
