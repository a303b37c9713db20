import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access.guard.js';
import { AccessStart } from './access-start.js';
import { AuditEntryEntity } from './audit/audit-entry.entity.js';
import { Authenticator } from './authenticator.js';
import { KeysRepository } from './keys/keys.repository.js';
import { KeysService } from './keys/keys.service.js';
import { RateLimiter } from './limits/rate-limiter.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { StandingService } from './standing.service.js';

/** Who may come in and do what, for every role: the guard stands before all routes. */
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntryEntity])],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    AccessStart,
    Authenticator,
    RateLimiter,
    KeysService,
    KeysRepository,
    SessionsService,
    SessionsRepository,
    StandingService,
  ],
  exports: [Authenticator, RateLimiter, KeysService, SessionsService, StandingService],
})
export class AccessModule {}
