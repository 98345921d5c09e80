package io.tieout.sandbox.entrata.answer;

import java.util.List;
import java.util.SplittableRandom;

/** Chooses the written form of each value of one answer: the documented one, or a random one where the forms vary. */
public final class Whim {

    private final AnswerForms forms;
    private final SplittableRandom random;

    public Whim(AnswerForms forms, long requestNumber) {
        this.forms = forms;
        this.random = new SplittableRandom(forms.seed() * 0x9E3779B97F4A7C15L + requestNumber);
    }

    ListForm listForm(ListForm documented, int size, boolean distinctKeys) {
        if (forms.mapsById() && distinctKeys && size > 0 && random.nextInt(6) == 0) {
            return ListForm.MAP;
        }
        if (forms.lists() && size == 1) {
            return random.nextBoolean() ? ListForm.ARRAY : ListForm.COLLAPSED;
        }
        return documented;
    }

    boolean idAsNumber(boolean documented) {
        return forms.ids() ? random.nextBoolean() : documented;
    }

    MoneyForm moneyForm(MoneyForm documented) {
        return forms.money() ? MoneyForm.values()[random.nextInt(MoneyForm.values().length)] : documented;
    }

    DateForm dateForm(DateForm documented) {
        return forms.dates() ? DateForm.values()[random.nextInt(DateForm.values().length)] : documented;
    }

    MonthForm monthForm(MonthForm documented) {
        return forms.dates() ? MonthForm.values()[random.nextInt(MonthForm.values().length)] : documented;
    }

    FlagForm flagForm(FlagForm documented) {
        return forms.flags() ? FlagForm.values()[random.nextInt(FlagForm.values().length)] : documented;
    }

    /** One of the given forms of an empty member; the first is the documented one. */
    EmptyForm emptyForm(List<EmptyForm> possible) {
        return forms.empties() ? possible.get(random.nextInt(possible.size())) : possible.get(0);
    }

    boolean movesAttributes() {
        return forms.attributes() && random.nextInt(3) == 0;
    }

    /** Whether this answer keeps the wrapper. */
    public boolean wrapped(boolean documented) {
        return forms.wrapper() ? random.nextBoolean() : documented;
    }

    /** Whether {@code code} is a JSON number. */
    public boolean codeAsNumber(boolean documented) {
        return forms.codes() ? random.nextBoolean() : documented;
    }

    public boolean losesRequestId() {
        return forms.lostRequestIds() && random.nextInt(4) == 0;
    }

    /** Whether an RPC error comes as {@code response.error} inside HTTP 200; documented for the tenant host. */
    public boolean errorInsideSuccess(boolean tenantHost) {
        return forms.errors() ? random.nextBoolean() : tenantHost;
    }
}
