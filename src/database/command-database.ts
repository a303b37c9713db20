import { DataSource } from 'typeorm';
import { databaseConfig } from '../config/database.config.js';
import { dataSourceOptions } from './data-source-options.js';
import { migrate } from './migrator.js';

/** Connects a command to the database, brings that up to date first where the settings let it, and ends it all. */
export async function onDatabase<T>(work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const config = databaseConfig();
  if (config.migrateOnStart) await migrate(config);
  const dataSource = new DataSource(dataSourceOptions({ ...config, poolSize: 2 }));
  await dataSource.initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
