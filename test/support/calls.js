// Plain JavaScript, see environment.js.
import { Agent } from 'node:http';
import request from 'supertest';

/** A connection serves one call after another: opening one takes as long as many a call. */
const agent = new Agent({ keepAlive: true });

export const callOn = (server, method, path) => request(server)[method](path).agent(agent);
