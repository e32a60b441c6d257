// What Chromium and axe-core say of HTML pages, one JSON object a line: title, requests beyond the page itself, violations of accessibility, places
// that the Tab key reaches, widest overflow. With --out DIR it leaves name.png and name.pdf there, as a reader sees and prints them.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Chromium } from './chromium.mjs';

const [program, ...rest] = process.argv.slice(2);
const out = rest[0] === '--out' ? rest.splice(0, 2)[1] : null;
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const chromium = new Chromium(program);
try {
  const { targetInfos } = await chromium.send('Target.getTargets');
  const page = targetInfos.find((target) => target.type === 'page');
  const { sessionId } = await chromium.send('Target.attachToTarget', { targetId: page.targetId, flatten: true });
  const send = (method, params) => chromium.send(method, params, sessionId);
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await send('Network.enable');
  await send('Page.enable');
  await send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false });
  for (const path of rest) {
    chromium.events.length = 0;
    const url = pathToFileURL(path).href;
    const { errorText } = await send('Page.navigate', { url });
    if (errorText) throw new Error(`${path}: ${errorText}`);
    while (!(await evaluate(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`))) await new Promise((resolve) => setTimeout(resolve, 20));
    const name = basename(path, '.html');
    if (out) {
      const { contentSize } = await send('Page.getLayoutMetrics').then(({ cssContentSize }) => ({ contentSize: cssContentSize }));
      const shot = await send('Page.captureScreenshot', { captureBeyondViewport: true, clip: { x: 0, y: 0, width: 1280, height: contentSize.height, scale: 1 } });
      writeFileSync(join(out, `${name}.png`), Buffer.from(shot.data, 'base64'));
      const print = await send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true });
      writeFileSync(join(out, `${name}.pdf`), Buffer.from(print.data, 'base64'));
    }
    const requests = chromium.events.filter((event) => event.method === 'Network.requestWillBeSent').map((event) => event.params.request.url);
    await evaluate(axe + ';0');
    const found = await evaluate('axe.run(document, { resultTypes: ["violations", "incomplete"] })');
    const told = (results) => results.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}`));
    console.log(JSON.stringify({
      title: await evaluate('document.title'),
      requests: requests.filter((request) => request !== url),
      violations: told(found.violations),
      undecided: told(found.incomplete),
      rules: found.passes.length,
      reachable: await evaluate('document.querySelectorAll("a[href],[tabindex=\\"0\\"]").length'),
      overflow: await evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    }));
  }
} finally {
  await chromium.close();
}
