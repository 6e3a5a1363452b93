import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { PageOf } from './page.js';

/** What an operation answers with; problems are declared for all operations alike in openapi.ts. */
export const Answers = (view: Type): MethodDecorator =>
  applyDecorators(HttpCode(200), ApiResponse({ status: 200, type: view, description: 'OK' }));

export const AnswersPage = (view: Type): MethodDecorator => Answers(PageOf(view));

/** For a POST that makes something: a person, a duty, a step in a delegation's life. */
export const Makes = (view: Type): MethodDecorator =>
  applyDecorators(HttpCode(201), ApiResponse({ status: 201, type: view, description: 'Created' }));
