import { Global, Module } from '@nestjs/common';
import { RedisConnections } from './redis-connections.js';
import { SignalBus } from './signal-bus.js';

@Global()
@Module({ providers: [RedisConnections, SignalBus], exports: [RedisConnections, SignalBus] })
export class RedisModule {}
