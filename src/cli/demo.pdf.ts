/** One line on one page: as small as a PDF is, with every object where its table says. */
export function certificate(line: string): Uint8Array<ArrayBuffer> {
  const text = `BT /F1 18 Tf 72 720 Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ].map((content, i) => `${i + 1} 0 obj\n${content}\nendobj\n`);
  const head = '%PDF-1.4\n';
  const places = objects.map((_, i) => head.length + objects.slice(0, i).join('').length);
  const body = head + objects.join('');
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>`;
  return new Uint8Array(Buffer.from(`${body}${table}\nstartxref\n${body.length}\n%%EOF\n`, 'latin1'));
}
