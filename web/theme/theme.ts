import '@fontsource-variable/source-sans-3/wght.css';
import '@navikt/ds-css/dist/global/tokens.css';
import '@navikt/ds-css/dist/global/reset.css';
import '@navikt/ds-css/dist/global/baseline.css';
import '@navikt/ds-css/dist/components.css';
import './colours.css';
import './page.css';
import './print.css';
