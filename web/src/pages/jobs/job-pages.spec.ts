import type { Job } from './job-filter.js';
import { idsBehind, newJobs, withHead, withStates, type JobPage, type JobPages } from './job-pages.js';

const job = (job_id: string, status = 'completed') => ({ job_id, status }) as Job;
const page = (ids: string, next_cursor: string | null): JobPage => ({
  jobs: ids
    .split(' ')
    .filter(Boolean)
    .map((id) => job(id)),
  next_cursor,
});
const list = (...pages: JobPage[]): JobPages => ({ pages, pageParams: pages.map(() => undefined) });
const ids = ({ pages }: JobPages) => pages.map(({ jobs }) => jobs.map(({ job_id }) => job_id).join(' '));

const LIST = list(page('9 8 7', 'a'), page('6 5', 'b'));

describe('newJobs', () => {
  it('counts those above the newest one shown, whatever the number of digits', () => {
    expect(newJobs(LIST, page('11 10 9', 'x'))).toEqual({ count: 2, isMore: false });
    expect(newJobs(LIST, page('9 8 7', 'x'))).toEqual({ count: 0, isMore: false });
    expect(newJobs(LIST, page('13 12 11', 'x'))).toEqual({ count: 3, isMore: true });
    expect(newJobs(list(page('', null)), page('1', null))).toEqual({ count: 1, isMore: false });
  });
});

describe('withHead', () => {
  it('lets new jobs in, and those go that fit no more', () => {
    const next = withHead(LIST, page('10 9 7', 'x'));
    expect(ids(next)).toEqual(['10 9 7', '6 5']);
    expect(next.pages.map(({ next_cursor }) => next_cursor)).toEqual(['a', 'b']);
  });

  it('is the head alone when that is all there is, or the two do not touch', () => {
    expect(ids(withHead(LIST, page('7', null)))).toEqual(['7']);
    expect(ids(withHead(LIST, page('13 12', 'x')))).toEqual(['13 12']);
    expect(withHead(LIST, page('9 8 7 6 5', 'x')).pages).toEqual([page('9 8 7 6 5', 'x')]);
  });
});

describe('withStates', () => {
  it('changes rows where they are, and lets none in or go', () => {
    const next = withStates(LIST, { jobs: [job('10'), job('8', 'failed')], next_cursor: 'x' });
    expect(ids(next)).toEqual(['9 8 7', '6 5']);
    expect(next.pages[0]?.jobs[1]?.status).toBe('failed');
  });
});

describe('idsBehind', () => {
  it('notices a job that is shown as ongoing and is not', () => {
    const active = new Map([['2', job('2', 'ongoing')]]);
    expect(idsBehind([job('2', 'ongoing'), job('1')], active)).toEqual([]);
    expect(idsBehind([job('2', 'ongoing'), job('1', 'ongoing')], active)).toEqual(['1']);
  });
});
