package io.tieout.selftest.checker;

/** What must hold, by the numbers of the safety paper: I at every moment, L once faults have stopped. */
public enum Invariant {
    I1("a document stands at most once, and a source line is claimed at most once in a company"),
    I2("a document with our marker has an intent that was durable before its request arrived"),
    I3("a request that writes has one attempt, durable before its first byte, with exactly its items"),
    I4("what is sent again has the same bytes, key and item ids"),
    I5("debits equal credits in every document, planned and stored"),
    I6("a matched document stands as planned: company, date, accounts, sides, amounts, currency, class, location"),
    I7("a source line is marked only after its money stands"),
    I8("source lines equal posted, held, excluded and in flight, debits and credits apart, in the ledger"),
    I9("the same between the source's own books and the documents that stand"),
    I10("nothing that was recorded vanishes, and each thing has one current state"),
    I11("every change of state is an edge of the state machine, in the order of commits"),
    I12("the chain is unbroken and meets every witnessed head"),
    I13("a later ledger holds all that an earlier one held"),
    I14("one writer: epochs never go down, and what an old one still had on the wire ends in a verdict"),
    I15("nothing is dated in a locked period, and the date is the one planned"),
    I16("an unknown outcome is sent again only after proven absence"),
    I17("nothing new is sent while an unknown outcome is unexamined in the run"),
    I18("the mapping of a document was published before by author and approver, two persons"),
    I19("every write goes to the company the ledger is bound to"),
    I20("nothing is written for what is quarantined, refused, held or excluded"),
    I21("writes are creates and marks only"),
    I22("between a recovery's start and its approval nothing is written"),
    I23("calls keep within the limits"),
    I24("no secret occurs outside the vault"),
    I25("every decision says who, when and why"),
    L1("at rest nothing is in flight"),
    L2("at rest every source line is posted, held, excluded or quarantined"),
    L3("every run has an end that says how it went");

    private final String words;

    Invariant(String words) {
        this.words = words;
    }

    /** The invariant as a sentence without its number. */
    public String words() {
        return words;
    }
}
