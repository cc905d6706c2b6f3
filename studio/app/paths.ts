/** Addresses of the studio's pages, in one place. */
export const paths = {
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  setUp: '/set-up',
  bots: '/bots',
  designer: (bot: string, flow: string) => `/bots/${bot}/flows/${flow}`,
  /** The designer with the simulator standing after a turn of a conversation. */
  simulated: (bot: string, flow: string, { session, turn }: { session: string; turn: number }) => `/bots/${bot}/flows/${flow}?session=${encodeURIComponent(session)}&turn=${turn}`,
  /** A thread of the comments, in its drawing. */
  thread: (bot: string, flow: string, thread: string) => `/bots/${bot}/flows/${flow}?thread=${thread}`,
  mentions: '/mentions',
  /** The designer with its history, at a moment (`pointSchema`) or with two moments side by side. */
  history: (bot: string, flow: string, at: string, against?: string) => `/bots/${bot}/flows/${flow}?${new URLSearchParams({ history: at, ...(against && { against }) })}`,
  /** The published versions of a bot, with one of them open. */
  releases: (bot: string, release?: string) => `/bots/${bot}/releases${release ? `?version=${release}` : ''}`,
  /** Where contacts chat with a bot. */
  chat: (slug: string) => `/chat/${encodeURIComponent(slug)}`,
  conversations: '/conversations',
  credentials: '/credentials',
  models: '/models',
  plugins: '/plugins',
};
