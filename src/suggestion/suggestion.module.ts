import { Module } from '@nestjs/common';
import { SuggestionController } from './suggestion.controller.js';
import { SuggestionService } from './suggestion.service.js';

@Module({ controllers: [SuggestionController], providers: [SuggestionService] })
export class SuggestionModule {}
