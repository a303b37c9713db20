import { accessConfig } from './access.config.js';
import { databaseConfig } from './database.config.js';
import { faultsConfig } from './fault-points.js';
import { jobsConfig } from './jobs.config.js';
import { limitsConfig } from './limits.config.js';
import { liveConfig } from './live.config.js';
import { outboundConfig } from './outbound.config.js';
import { processingConfig } from './processing.config.js';
import { redisConfig } from './redis.config.js';
import { retentionConfig } from './retention.config.js';
import { serverConfig } from './server.config.js';
import { storesConfig } from './stores.config.js';
import { webhooksConfig } from './webhooks.config.js';

/** Every settings object of the service. Each is read, and so validated, before anything starts. */
export const configs = [
  serverConfig,
  accessConfig,
  limitsConfig,
  liveConfig,
  databaseConfig,
  redisConfig,
  storesConfig,
  jobsConfig,
  outboundConfig,
  processingConfig,
  webhooksConfig,
  retentionConfig,
  faultsConfig,
];
