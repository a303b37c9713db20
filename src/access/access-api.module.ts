import { Module } from '@nestjs/common';
import { AccessModule } from './access.module.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditRepository } from './audit/audit.repository.js';
import { KeysController } from './keys/keys.controller.js';
import { SessionController } from './sessions/session.controller.js';

/** The HTTP side of keys, sessions and the audit log, for the processes that serve the API. */
@Module({
  imports: [AccessModule],
  controllers: [KeysController, SessionController, AuditController],
  providers: [AuditRepository],
})
export class AccessApiModule {}
