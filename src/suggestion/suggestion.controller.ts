import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { SuggestionsQuery, SuggestionsView } from './suggestion.dto.js';
import { SuggestionService } from './suggestion.service.js';

@ApiTags('coverage')
@Controller('api/v1/suggestions')
export class SuggestionController {
  constructor(private readonly suggestions: SuggestionService) {}

  @Get()
  @Answers(SuggestionsView)
  getSuggestions(@Query() query: SuggestionsQuery, @By() by: Actor) {
    return this.suggestions.get(query, by);
  }
}
