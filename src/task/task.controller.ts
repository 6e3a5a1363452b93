import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { EitherBody } from '../http/either-body.js';
import { IfMatch } from '../http/etag.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { AdoptTask, ChangeTask, CreateTask, TaskChangedView, TaskQuery, TaskView } from './task.dto.js';
import { TaskService } from './task.service.js';

@ApiTags('tasks')
@Controller('api/v1/tasks')
export class TaskController {
  constructor(private readonly tasks: TaskService) {}

  @Get()
  @AnswersPage(TaskView)
  listTasks(@Query() query: TaskQuery, @By() by: Actor) {
    return this.tasks.list(query, by);
  }

  @Post()
  @Makes(TaskView)
  createTask(
    @EitherBody('catalogueCode', AdoptTask, CreateTask) command: AdoptTask | CreateTask,
    @By() by: Actor,
  ) {
    return this.tasks.create(command, by);
  }

  @Get(':id')
  @Answers(TaskView)
  getTask(@IdParam() id: string, @By() by: Actor) {
    return this.tasks.get(id, by);
  }

  @Patch(':id')
  @Answers(TaskChangedView)
  changeTask(
    @IdParam() id: string,
    @Body() command: ChangeTask,
    @IfMatch() version: number | '*',
    @By() by: Actor,
  ) {
    return this.tasks.change(id, command, version, by);
  }
}
