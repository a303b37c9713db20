import { jest } from '@jest/globals';
import { away, late, leave, onRecovery, reached, troubleNow, unable } from './connection.js';

const UNABLE = 'The service cannot answer right now.';

describe('The connection', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is back with any answer when the service was away', () => {
    const recovered = jest.fn();
    const stop = onRecovery(recovered);
    away('/api/jobs');
    away('/api/stats');
    expect([troubleNow(), recovered.mock.calls.length]).toEqual(['The service cannot be reached.', 0]);
    reached('/api/session');
    expect([troubleNow(), recovered.mock.calls.length]).toEqual([null, 1]);
    stop();
  });

  it('stays in trouble about what could not be answered, whatever else is answered', () => {
    unable('/api/jobs');
    reached('/api/session');
    expect(troubleNow()).toBe(UNABLE);
    reached('/api/jobs');
    expect(troubleNow()).toBeNull();
  });

  it('tells what takes long until it is answered, and hides nothing worse by that', () => {
    late('/api/jobs');
    expect(troubleNow()).toBe('The service takes long to answer.');
    reached('/api/jobs');
    expect(troubleNow()).toBeNull();
    late('/api/stats');
    leave('/api/stats');
    expect(troubleNow()).toBeNull();
    unable('/api/jobs');
    late('/api/jobs');
    leave('/api/jobs');
    expect(troubleNow()).toBe(UNABLE);
    reached('/api/jobs');
  });

  it('forgets what nobody asks any more', () => {
    unable('/api/jobs');
    jest.advanceTimersByTime(44_000);
    expect(troubleNow()).toBe(UNABLE);
    jest.advanceTimersByTime(2_000);
    expect(troubleNow()).toBeNull();
  });
});
