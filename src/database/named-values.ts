import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Takes values into a query that TypeORM builds, under names nobody else uses. @returns what stands for one in SQL */
export function named<T extends ObjectLiteral>(query: SelectQueryBuilder<T>): (value: unknown) => string {
  return (value) => {
    const name = `bound${Object.keys(query.getParameters()).length}`;
    query.setParameter(name, value);
    return `:${name}`;
  };
}
