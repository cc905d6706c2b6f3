const escape = (text: string): string => text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

const page = (title: string, inside: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${escape(title)}</title>
    <link rel="icon" href="data:,">
    <style>
      body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #faf9f7; color: #1c1b18; font: 16px/24px system-ui, sans-serif; }
      main { max-width: 360px; padding: 24px; }
      h1 { font-size: 20px; line-height: 28px; margin: 0 0 8px; }
      p { margin: 0 0 16px; color: #54514a; }
      button { font: inherit; font-weight: 600; min-height: 44px; padding: 8px 20px; border: 0; border-radius: 8px; background: #1c1b18; color: #faf9f7; cursor: pointer; }
      button:focus-visible { outline: 2px solid #10597a; outline-offset: 2px; }
      @media (prefers-color-scheme: dark) {
        body { background: #131312; color: #f2f0eb; } p { color: #bab7ae; }
        button { background: #f2f0eb; color: #131312; } button:focus-visible { outline-color: #7cc4e4; }
      }
    </style>
  </head>
  <body>
    <main>
      <h1>${escape(title)}</h1>
${inside}
    </main>
  </body>
</html>
`;

/** Asks a person to confirm; opening it does nothing, so that previews of links do no harm. */
export function confirmPage({ bot, code, label }: { bot: string; code: string; label: string }): string {
  return page(bot, `      <p>The conversation is waiting for you to confirm.</p>
      <form method="post"><button type="submit" name="code" value="${escape(code)}">${escape(label || 'Confirm')}</button></form>`);
}

/** Says something to a person, with nothing to press. */
export function saidPage(title: string, text: string): string {
  return page(title, `      <p>${escape(text)}</p>`);
}
