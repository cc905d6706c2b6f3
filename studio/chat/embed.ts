/*
 * One line on any site: <script src="https://chat.example.org/embed.js" data-bot="demo" async></script>
 * A round button opens the chat in a frame from Parley's own address. Works under a strict CSP that allows this script and
 * frames from its origin: no inline style attributes, no eval, no cookies. Several bots on one page stand side by side.
 */
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const slug = script.dataset['bot'];
  if (!slug) {
    // oxlint-disable-next-line no-console -- the only reader is the site's developer
    console.error('Parley: the embed needs data-bot="<the bot’s address>".');
    return;
  }
  const origin = new URL(script.src).origin;
  const label = script.dataset['label'] ?? 'Chat';
  const color = /^#[0-9a-f]{6}$/i.test(script.dataset['color'] ?? '') ? (script.dataset['color'] as string) : '#1c1b18';

  // The style object is allowed where a style attribute is not (CSP style-src).
  const style = (element: HTMLElement, rules: Partial<CSSStyleDeclaration>) => Object.assign(element.style, rules);

  function mount(): void {
    const place = document.querySelectorAll('[data-parley-launcher]').length;
    const edge = `${20 + place * 68}px`;

    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['parleyLauncher'] = slug;
    button.setAttribute('aria-label', label);
    button.setAttribute('aria-expanded', 'false');
    style(button, {
      position: 'fixed', insetBlockEnd: '20px', insetInlineEnd: edge, width: '56px', height: '56px', borderRadius: '50%', border: '0', padding: '0',
      background: color, color: '#fff', cursor: 'pointer', zIndex: '2147483000', boxShadow: '0 4px 12px rgba(40,36,28,.25)', display: 'grid', placeItems: 'center',
    });
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    for (const [name, value] of Object.entries({ width: '26', height: '26', viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.75', 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })) svg.setAttribute(name, value);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    const signs = { open: 'M8 9h8M8 13h6M18 4a3 3 0 0 1 3 3v8a3 3 0 0 1 -3 3h-5l-5 3v-3h-2a3 3 0 0 1 -3 -3v-8a3 3 0 0 1 3 -3h12', close: 'M18 6l-12 12M6 6l12 12' };
    path.setAttribute('d', signs.open);
    svg.append(path);
    button.append(svg);

    let frame: HTMLIFrameElement | undefined;
    const narrow = () => window.innerWidth < 480;
    const fit = () => {
      if (!frame) return;
      style(frame, narrow()
        ? { inset: '0 0 88px 0', width: '100%', height: 'calc(100% - 88px)', borderRadius: '0' }
        : { inset: 'auto', insetBlockEnd: '88px', insetInlineEnd: edge, width: '390px', height: 'min(640px, calc(100vh - 108px))', borderRadius: '16px' });
    };
    const show = (open: boolean) => {
      if (open && !frame) {
        frame = document.createElement('iframe');
        frame.title = label;
        frame.allow = 'clipboard-write; microphone';
        frame.src = `${origin}/chat/${encodeURIComponent(slug as string)}?embed=1`;
        style(frame, { position: 'fixed', border: '0', zIndex: '2147483000', background: 'Canvas', boxShadow: '0 2px 6px rgba(40,36,28,.06), 0 16px 40px -8px rgba(40,36,28,.3)', colorScheme: 'auto' });
        fit();
        window.addEventListener('resize', fit);
        document.body.append(frame);
      }
      if (frame) frame.style.display = open ? 'block' : 'none';
      button.setAttribute('aria-expanded', String(open));
      path.setAttribute('d', open ? signs.close : signs.open);
      if (open) frame?.focus();
      else button.focus();
    };
    button.addEventListener('click', () => show(button.getAttribute('aria-expanded') !== 'true'));
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && button.getAttribute('aria-expanded') === 'true') show(false);
    });
    document.body.append(button);
  }

  if (document.body) mount();
  else document.addEventListener('DOMContentLoaded', mount);
})();
