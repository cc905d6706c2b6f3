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
  releases: (bot: string) => `/bots/${bot}/releases`,
  conversations: '/conversations',
  credentials: '/credentials',
  models: '/models',
  plugins: '/plugins',
};
