import { RecentSecrets } from './recent-secrets.js';

describe('RecentSecrets', () => {
  it('forgets the one that was not used for longest', () => {
    const recent = new RecentSecrets(2);
    for (const secret of ['a', 'b', 'a', 'c']) recent.add(secret);
    expect(['a', 'b', 'c'].map((secret) => recent.has(secret))).toEqual([true, false, true]);
  });

  it('forgets what is no longer good', () => {
    const recent = new RecentSecrets(2);
    recent.add('a');
    recent.delete('a');
    expect(recent.has('a')).toBe(false);
  });
});
