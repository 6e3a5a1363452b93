import { Module } from '@nestjs/common';
import { LetterController } from './letter.controller.js';
import { LetterService } from './letter.service.js';

@Module({ controllers: [LetterController], providers: [LetterService] })
export class LetterModule {}
