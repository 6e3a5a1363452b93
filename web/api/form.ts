/** A body that is sent as multipart/form-data: a file, and what goes with it, as text or as JSON. The contract calls a file text, so it is typed so. */
export function asForm<Fields extends { file: File }>(fields: Fields) {
  const serialized = () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields))
      form.append(name, value instanceof File || typeof value === 'string' ? value : JSON.stringify(value));
    return form;
  };
  return {
    body: fields as unknown as Omit<Fields, 'file'> & { file: string },
    bodySerializer: serialized,
  };
}
