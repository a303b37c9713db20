import { ACTIONS, placeOf, sayAction, sayActor, sayDeed, sayDetail } from './audit-words.js';

describe('the words of the audit log', () => {
  it('reads as a sentence behind the name of who did it', () => {
    expect(sayDeed({ action: 'job.cancelled', subject: '128' })).toEqual({
      deed: 'cancelled',
      object: 'job 128',
    });
    expect(sayDeed({ action: 'dispatch.paused', subject: 'all' })).toEqual({ deed: 'paused everything' });
  });

  it('names the key, also one that is called like something else', () => {
    expect(sayActor({ actor: 'open', key_id: null })).toBe('Somebody');
    expect(sayActor({ actor: 'open', key_id: '3' })).toBe('open');
  });

  it('has words for whatever a newer service may log', () => {
    const unknown = 'shelf.moved' as (typeof ACTIONS)[number];
    expect(sayDeed({ action: unknown, subject: '7' })).toEqual({ deed: 'shelf.moved', object: '7' });
    expect(sayAction(unknown)).toBe('Shelf moved');
  });

  it('leads to the job, and nowhere when the subject is gone', () => {
    expect(placeOf({ action: 'job.submitted', subject: '128' })).toBe('/jobs/128');
    expect(placeOf({ action: 'webhook.deleted', subject: '3' })).toBeUndefined();
  });

  it('tells details in one line, and leaves out what is not there', () => {
    expect(sayDetail({ visits: 25, images: 1_200 })).toBe('visits 25, images 1,200');
    expect(sayDetail({ host: 'a.example', events: ['job.settled', 'job.failed'], endpoint_id: null })).toBe(
      'host a.example, events job.settled + job.failed',
    );
    expect(sayDetail(null)).toBe('');
  });
});
