import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { databaseConfig, type DatabaseConfig } from '../config/database.config.js';
import { dataSourceOptions } from './data-source-options.js';
import { DatabaseProbe } from './database-probe.js';
import { HeavyReadsRepository } from './heavy-reads.repository.js';

/** The one connection pool of the process. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [databaseConfig.KEY],
      useFactory: (config: DatabaseConfig) => ({
        ...dataSourceOptions(config),
        autoLoadEntities: true,
        // main.ts has reached the database already; a later outage is the pool's to survive.
        retryAttempts: 0,
      }),
    }),
  ],
  providers: [DatabaseProbe, HeavyReadsRepository],
  exports: [DatabaseProbe, HeavyReadsRepository],
})
export class DatabaseModule {}
