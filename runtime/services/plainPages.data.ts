const escape = (text: string): string => text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

/** A page without scripts in the studio's colours; `head` may add a reload. */
const plain = (title: string, text: string, head = ''): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    ${head}<title>${escape(title)} – Parley</title>
    <link rel="icon" href="data:,">
    <style>
      body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #faf9f7; color: #1c1b18; font: 14px/20px system-ui, sans-serif; }
      main { max-width: 360px; padding: 24px; }
      h1 { font-size: 20px; line-height: 28px; margin: 0 0 8px; }
      p { margin: 0; color: #54514a; }
      @media (prefers-color-scheme: dark) { body { background: #131312; color: #f2f0eb; } p { color: #bab7ae; } }
    </style>
  </head>
  <body>
    <main>
      <h1>${escape(title)}</h1>
      <p>${escape(text)}</p>
    </main>
  </body>
</html>
`;

/** Shown while the studio or the chat page is being built; looks again every two seconds. */
export const beingBuiltPage: string = plain('This page is being built', 'This takes up to half a minute after an update. The page opens by itself.', '<meta http-equiv="refresh" content="2">\n    ');

/** Says that there is nothing at an address. */
export function notHerePage(title: string, text: string): string {
  return plain(title, text);
}
