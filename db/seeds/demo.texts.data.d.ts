/** A text in the demo's three languages; the first is the one it was typed in. */
export interface Spoken {
    en: string;
    fr: string;
    hi: string;
}
/** The five services: their ids are what exits and taps carry. */
export declare const services: Record<'outside' | 'inside' | 'full' | 'wax' | 'engine', {
    label: Spoken;
    note: Spoken;
    synonyms: Spoken;
}>;
/** What the car wash says, by what it is said for. */
export declare const said: {
    hello: {
        en: string;
        fr: string;
        hi: string;
    };
    service: {
        en: string;
        fr: string;
        hi: string;
    };
    serviceAgain: {
        en: string;
        fr: string;
        hi: string;
    };
    when: {
        en: string;
        fr: string;
        hi: string;
    };
    whenAgain: {
        en: string;
        fr: string;
        hi: string;
    };
    past: {
        en: string;
        fr: string;
        hi: string;
    };
    sunday: {
        en: string;
        fr: string;
        hi: string;
    };
    far: {
        en: string;
        fr: string;
        hi: string;
    };
    time: {
        en: string;
        fr: string;
        hi: string;
    };
    timeAgain: {
        en: string;
        fr: string;
        hi: string;
    };
    closed: {
        en: string;
        fr: string;
        hi: string;
    };
    over: {
        en: string;
        fr: string;
        hi: string;
    };
    fullDay: {
        en: string;
        fr: string;
        hi: string;
    };
    taken: {
        en: string;
        fr: string;
        hi: string;
    };
    anotherDay: {
        en: string;
        fr: string;
        hi: string;
    };
    confirm: {
        en: string;
        fr: string;
        hi: string;
    };
    yes: {
        en: string;
        fr: string;
        hi: string;
    };
    yesWords: Spoken;
    otherTime: {
        en: string;
        fr: string;
        hi: string;
    };
    otherTimeWords: {
        en: string;
        fr: string;
        hi: string;
    };
    no: {
        en: string;
        fr: string;
        hi: string;
    };
    noWords: Spoken;
    yesOrNo: {
        en: string;
        fr: string;
        hi: string;
    };
    booked: {
        en: string;
        fr: string;
        hi: string;
    };
    more: {
        en: string;
        fr: string;
        hi: string;
    };
    bye: {
        en: string;
        fr: string;
        hi: string;
    };
};
/** What holds for the whole conversation. */
export declare const settingsSaid: {
    errorText: {
        en: string;
        fr: string;
        hi: string;
    };
    unreadableText: {
        en: string;
        fr: string;
        hi: string;
    };
    waitingText: {
        en: string;
        fr: string;
        hi: string;
    };
    restart: {
        en: string;
        fr: string;
        hi: string;
    };
    language: {
        en: string;
        fr: string;
        hi: string;
    };
};
