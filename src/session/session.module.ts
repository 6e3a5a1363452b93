import { Global, Module } from '@nestjs/common';
import { LookUps } from './look-up.js';
import { PasswordCost, Passwords } from './password.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { Passport } from './strategies.js';

@Global()
@Module({
  controllers: [SessionController],
  providers: [SessionService, SignInThrottle, PasswordCost, Passwords, Passport, LookUps],
  exports: [Passport, Passwords, LookUps],
})
export class SessionModule {}
