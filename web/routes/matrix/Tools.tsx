import { DownloadIcon, PrinterSmallIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import styles from './matrix.module.css';
import { wantedIn } from './queries.ts';
import { matrixRoute, type Subject } from './routes.ts';

const formats = ['xlsx', 'csv'] as const;

/** The same, with the same filters, on paper and as files. */
export function Tools({ of }: { of: Subject }) {
  const { t } = useTranslation();
  const wanted = wantedIn(matrixRoute.useSearch());
  const address = (format: string) =>
    `/api/v1/matrix/export?${new URLSearchParams({ ...(wanted as Record<string, string>), of, format })}`;
  return (
    <div className={styles.tools}>
      {formats.map((format) => (
        <Button
          key={format}
          as="a"
          role="link"
          href={address(format)}
          download
          size="small"
          variant="secondary"
          data-color="neutral"
          icon={<DownloadIcon aria-hidden />}
        >
          {t(`matrix.format.${format}`)}
        </Button>
      ))}
      <Button
        size="small"
        variant="secondary"
        data-color="neutral"
        icon={<PrinterSmallIcon aria-hidden />}
        onClick={() => window.print()}
      >
        {t('matrix.print')}
      </Button>
    </div>
  );
}
