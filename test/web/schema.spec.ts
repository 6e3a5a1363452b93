import { readFileSync } from 'node:fs';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';

describe('the types of the API in the screens', () => {
  it('are those of the contract, as `npm run web:types` writes them', async () => {
    const contract = new URL('../../openapi.json', import.meta.url);
    const types = await openapiTS(contract, { rootTypes: true, rootTypesNoSchemaPrefix: true });
    expect(`${COMMENT_HEADER}${astToString(types)}` === readFileSync('web/api/schema.ts', 'utf8')).toBe(true);
  });
});
