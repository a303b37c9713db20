import { doableWith, exportPath, narrowsImages, openIds, retryFilterOf } from './choice.js';
import type { Job, JobState } from './job-filter.js';

const job = (job_id: string, state: JobState, failed = 0) =>
  ({ job_id, state, progress: { failed, cancelled: 0 } }) as Job;
const ROWS = [job('3', 'running', 1), job('2', 'failed', 4), job('1', 'completed')];
const some = (...ids: string[]) => ({ ids: new Set(ids) });

describe('doableWith', () => {
  it.each([
    [['3'], { retry: false, cancel: true }],
    [['2'], { retry: true, cancel: false }],
    [['1'], { retry: false, cancel: false }],
    [['3', '2'], { retry: true, cancel: true }],
  ])('knows what can be done with jobs %j', (ids, doable) =>
    expect(doableWith(some(...ids), {}, ROWS)).toEqual(doable),
  );

  it.each([
    [{}, { retry: true, cancel: true }],
    [{ state: 'failed' }, { retry: true, cancel: false }],
    [{ state: 'paused' }, { retry: false, cancel: true }],
    [{ state: 'completed' }, { retry: false, cancel: false }],
  ])('goes by the state for all that fit %j', (filter, doable) =>
    expect(doableWith('all', filter, ROWS)).toEqual(doable),
  );
});

describe('openIds', () => {
  it('leaves out ticked jobs that have ended, and jobs that are not ticked', () => {
    const rows = [job('5', 'paused'), ...ROWS, job('0', 'cancelled')];
    expect(openIds(new Set(['3', '2', '1', '0']), rows)).toEqual(['3']);
  });
});

describe('retryFilterOf', () => {
  const query = { state: 'failed', store_id: 'RP1', code: 'HTTP_404', label: 'a:b', from: '2026-03-01' };

  it('narrows ticked jobs to the images that the list is about', () => {
    expect(retryFilterOf(some('2'), query)).toEqual({
      job_ids: ['2'],
      store_ids: ['RP1'],
      codes: ['HTTP_404'],
    });
  });

  it('names all that fit by the filter', () => {
    expect(retryFilterOf('all', query)).toEqual({
      state: 'failed',
      store_ids: ['RP1'],
      codes: ['HTTP_404'],
      label: 'a:b',
      from: '2026-03-01',
    });
    expect(retryFilterOf('all', {})).toEqual({ status: 'failed' });
  });
});

describe('narrowsImages', () => {
  it('is about stores, areas and codes', () => {
    expect(narrowsImages({ state: 'failed', label: 'a:b', period: '1h' })).toBe(false);
    expect(narrowsImages({ code: 'HTTP_404' })).toBe(true);
  });
});

describe('exportPath', () => {
  it('asks for the images of the jobs that are listed', () => {
    expect(exportPath({ state: 'failed', code: 'HTTP_404', from: '2026-03-01' })).toBe(
      '/api/results.csv?code=HTTP_404&job_state=failed&submitted_from=2026-03-01',
    );
  });
});
