package io.tieout.posting;

/** What can happen to a posting. Each happening is one durable commit; {@link PostingState#after} says where it leads. */
public enum PostingEvent {
    /** A call with it is about to be made: the attempt is durable, no byte has left. */
    ATTEMPTED,
    /** The answer to the call says that it stands, with an id. */
    ANSWERED_APPLIED,
    /** The answer, or the lack of a connection, proves that nothing happened. */
    ANSWERED_NOT_APPLIED,
    /** The answer refuses this very document for a known reason. */
    ANSWERED_REJECTED,
    /** Silence, or an answer that is not on the closed list. */
    ANSWERED_UNKNOWN,
    /** What the answer says was stored equals the plan. */
    ECHO_EQUAL,
    /** What the answer says was stored is not what was planned. */
    ECHO_DIFFERENT,
    /** The searches found it once, equal to the plan. */
    FOUND,
    /** The searches found it altered, twice, or made by another. */
    FOUND_OTHERWISE,
    /** The searches proved that it is not there, and it may be sent again. */
    ABSENT,
    /** The searches proved that it is not there, and it was sent as often as it may be: its lines wait for a person. */
    GIVEN_UP,
    /** The searches cannot tell. */
    UNDECIDED,
    /** A later pass read it again and found it once, equal to the plan. */
    SEEN_AGAIN,
    /** A later pass found more than one document with its marker, or one although it was given up. */
    SEEN_TOO_OFTEN
}
