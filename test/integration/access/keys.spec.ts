import { insider } from '../../../src/access/caller.js';
import { KeysRepository } from '../../../src/access/keys/keys.repository.js';
import { RateLimiter } from '../../../src/access/limits/rate-limiter.js';
import { SessionsRepository } from '../../../src/access/sessions/sessions.repository.js';
import { SessionsService } from '../../../src/access/sessions/sessions.service.js';
import type { RedisConnections } from '../../../src/redis/redis-connections.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { keysOn, makeKey } from '../../support/keys.js';

let database: TestDatabase;
const keys = () => keysOn(database.dataSource);
const sessions = () => new SessionsService(keys(), new SessionsRepository(database.dataSource), unlimited);
/** Without a limit it asks for no connection. */
const unlimited = new RateLimiter(
  { read: 0, submit: 0, 'wrong-keys': 0, 'sign-ins': 0 },
  {} as RedisConnections,
);
const query = <T>(sql: string) => database.dataSource.query<T[]>(sql);
const FROM = { address: '203.0.113.7', requestId: 'r1' };
const CLI = insider('cli');

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => query('TRUNCATE sessions, api_keys, audit_log RESTART IDENTITY'));
afterAll(() => database?.drop());

describe('A key', () => {
  it('is recognised by its text, of which the database knows only the hash', async () => {
    const { text, key } = await makeKey(database.dataSource, 'field-app', 'submit', 'read', 'read');
    expect(await keys().recognise(text)).toMatchObject({
      id: '1',
      name: 'field-app',
      scopes: ['submit', 'read'],
    });
    expect(key).toMatchObject({
      prefix: text.slice(0, 10),
      createdBy: 'cli',
      lastUsedAt: null,
      revokedAt: null,
    });
    const secret = text.slice(10);
    for (const table of ['api_keys', 'audit_log']) {
      expect(JSON.stringify(await query(`SELECT t::text FROM ${table} t`))).not.toContain(secret);
    }
  });

  it('is not recognised by anything else', async () => {
    const { text } = await makeKey(database.dataSource, 'a', 'read');
    for (const other of [
      '',
      'smp_',
      `${text} `,
      text.toUpperCase(),
      text.slice(0, -1),
      `smp_${'A'.repeat(43)}`,
    ]) {
      expect(await keys().recognise(other)).toBeUndefined();
    }
  });

  it('remembers its last use, to the minute', async () => {
    const { text } = await makeKey(database.dataSource, 'a', 'read');
    const lastUse = async () =>
      (await query<{ at: string | null }>('SELECT last_used_at::text AS at FROM api_keys'))[0]?.at;
    await keys().recognise(text);
    let first: string | null | undefined;
    while (!(first = await lastUse()));
    await keys().recognise(text);
    await new KeysRepository(database.dataSource).markUsed('1');
    expect(await lastUse()).toBe(first);
    await query(`UPDATE api_keys SET last_used_at = now() - interval '61 s'`);
    const old = await lastUse();
    await keys().recognise(text);
    while ((await lastUse()) === old);
  });

  it('is dead for good once it is revoked, and its sessions with it', async () => {
    const [gone, stays] = [
      await makeKey(database.dataSource, 'gone', 'admin'),
      await makeKey(database.dataSource, 'stays', 'read'),
    ];
    const tokens = [await sessions().start(gone.text, FROM), await sessions().start(stays.text, FROM)];
    await keys().revoke(gone.key.id, CLI);
    await keys().revoke(gone.key.id, CLI);
    expect(await keys().recognise(gone.text)).toBeUndefined();
    expect(await keys().recognise(stays.text)).toMatchObject({ name: 'stays' });
    const left = await Promise.all(tokens.map((token) => sessions().recognise(token)));
    expect(left).toMatchObject([undefined, { name: 'stays' }]);
    await expect(sessions().start(gone.text, FROM)).rejects.toMatchObject({ code: 'API_KEY_INVALID' });
    expect(await query(`SELECT subject FROM audit_log WHERE action = 'key.revoked'`)).toEqual([
      { subject: '1' },
    ]);
  });

  it.each(['9', '0', 'x', '99999999999999999999'])(
    'cannot be revoked when there is none with the id %s',
    (id) => expect(keys().revoke(id, CLI)).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' }),
  );
});

describe('Two at once', () => {
  it('make one first key between them, however many start together', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => keys().createFirst(insider('start'))));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await query('SELECT name, scopes, created_by FROM api_keys')).toEqual([
      { name: 'first-admin', scopes: ['admin'], created_by: 'start' },
    ]);
    await keys().revoke('1', CLI);
    expect(await keys().createFirst(insider('start'))).toMatchObject({ key: { id: '2' } });
  });

  it('cannot revoke the last two admin keys, but one of them and all others', async () => {
    const ids = ['1', '2'];
    for (const id of ids) await makeKey(database.dataSource, id, 'admin');
    await makeKey(database.dataSource, 'reader', 'read');
    const keepAdmin = { keepAdmin: true };
    const results = await Promise.allSettled(ids.map((id) => keys().revoke(id, CLI, keepAdmin)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'LAST_ADMIN_KEY' },
    });
    await keys().revoke('3', CLI, keepAdmin);
    expect(await query('SELECT FROM api_keys WHERE revoked_at IS NULL')).toHaveLength(1);
  });
});

describe('A session', () => {
  it('is known by its token until it is ended, and both are in the audit log', async () => {
    const { text } = await makeKey(database.dataSource, 'head-office', 'read');
    const token = await sessions().start(text, FROM);
    const holder = await sessions().recognise(token);
    expect(holder).toMatchObject({ id: '1', name: 'head-office', scopes: ['read'] });
    expect(await sessions().recognise(`${token}x`)).toBeUndefined();
    const by = { ...FROM, id: '1', name: 'head-office', scopes: ['read'] as const };
    await sessions().end(token, by);
    await sessions().end(token, by);
    expect(await sessions().recognise(token)).toBeUndefined();
    const entry = {
      key_id: '1',
      actor: 'head-office',
      subject: '1',
      address: '203.0.113.7',
      request_id: 'r1',
    };
    expect(
      await query(
        `SELECT action, key_id, actor, subject, address, request_id FROM audit_log WHERE key_id = 1 ORDER BY id`,
      ),
    ).toEqual([
      { action: 'session.started', ...entry },
      { action: 'session.ended', ...entry },
    ]);
  });

  it('ends after twelve hours, and is swept away when the next one begins', async () => {
    const { text } = await makeKey(database.dataSource, 'a', 'read');
    const old = await sessions().start(text, FROM);
    await query(`UPDATE sessions SET expires_at = expires_at - interval '11 h 59 min'`);
    expect(await sessions().recognise(old)).toBeDefined();
    await query(`UPDATE sessions SET expires_at = expires_at - interval '1 min'`);
    expect(await sessions().recognise(old)).toBeUndefined();
    const next = await sessions().start(text, FROM);
    expect(await query('SELECT FROM sessions')).toHaveLength(1);
    expect(await sessions().recognise(next)).toBeDefined();
  });
});
