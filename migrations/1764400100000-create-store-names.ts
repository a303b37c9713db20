import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stores are found by: keys of their names, made by the service, and how many stores have each of them. */
export class CreateStoreNames1764400100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...NAMES, ...WORDS, ...COUNTING]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE store_names, store_words`);
    await queryRunner.query(`DROP FUNCTION count_store_words, letters_left_out, word_skeleton`);
  }
}

const NAMES = [
  // Beside `stores`, so that whatever else changes of a store leaves this index alone. Without a foreign key, which
  // would look up a million stores once more at an import; stores are never deleted.
  `CREATE TABLE store_names (
    store_id text CONSTRAINT store_names_pkey PRIMARY KEY,
    keys text[] NOT NULL,
    fold_version integer NOT NULL
  )`,
  `CREATE INDEX store_names_keys_idx ON store_names USING gin (keys)`,
];

const WORDS = [
  // What is left of a word when vowels and what is often written for each other make no difference.
  `CREATE FUNCTION word_skeleton(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(word, 'vfgdcnaeiouh', 'bpktsm')`,
  // The word, and the word without each of its letters: two words with one mistake between them share one of these.
  `CREATE FUNCTION letters_left_out(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN length(word) BETWEEN 4 AND 40 THEN ARRAY(
      SELECT DISTINCT left(word, place - 1) || substr(word, place + 1) FROM generate_series(1, length(word) + 1) AS place
    ) ELSE ARRAY[word] END`,
  // In the order of bytes, so that a beginning is a range of the primary key.
  `CREATE TABLE store_words (
    word text COLLATE "C" CONSTRAINT store_words_pkey PRIMARY KEY,
    stores integer NOT NULL,
    skeleton text COLLATE "C" GENERATED ALWAYS AS (word_skeleton(word)) STORED,
    near text[] COLLATE "C" GENERATED ALWAYS AS (letters_left_out(word)) STORED
  )`,
  `CREATE INDEX store_words_skeleton_idx ON store_words (skeleton)`,
  `CREATE INDEX store_words_near_idx ON store_words USING gin (near)`,
];

const COUNTING = [
  // Whoever writes names keeps the counts true. `*` counts all stores; initials (^kgn) are too many to be worth it.
  // In one order, so that two writers wait for each other instead of killing each other.
  `CREATE FUNCTION count_store_words() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO store_words AS known (word, stores)
          SELECT word, count(*) FROM added, unnest(keys || '*'::text) AS word WHERE word NOT LIKE '^%'
          GROUP BY word ORDER BY word
          ON CONFLICT (word) DO UPDATE SET stores = known.stores + excluded.stores;
      ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO store_words AS known (word, stores)
          SELECT word, sum(change) FROM (
            SELECT unnest(keys) AS word, 1 AS change FROM added
            UNION ALL SELECT unnest(keys), -1 FROM removed
          ) AS changes WHERE word NOT LIKE '^%'
          GROUP BY word HAVING sum(change) <> 0 ORDER BY word
          ON CONFLICT (word) DO UPDATE SET stores = known.stores + excluded.stores;
      ELSE
        UPDATE store_words AS known SET stores = known.stores - gone.stores
        FROM (SELECT word, count(*) AS stores FROM removed, unnest(keys || '*'::text) AS word GROUP BY word) AS gone
        WHERE known.word = gone.word;
      END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER store_names_added AFTER INSERT ON store_names
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_store_words()`,
  `CREATE TRIGGER store_names_changed AFTER UPDATE ON store_names
    REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_store_words()`,
  `CREATE TRIGGER store_names_removed AFTER DELETE ON store_names
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_store_words()`,
];
