package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * The shape all reports share: Header, Columns, Rows; every value a string, empty for nothing [R]. After the cell limit
 * the rest is left out and a row says so [I].
 */
final class ReportFrame {
    private static final String TOO_MUCH = "Unable to display more data. Please reduce the date range.";

    private final ObjectNode report = Json.object();
    private final ObjectNode header = report.putObject("Header");
    private final ArrayNode columns = report.putObject("Columns").putArray("Column");
    private final ArrayNode rows = report.putObject("Rows").putArray("Row");
    private final int cellsMax;
    private int cells;

    /** One cell; an empty id is left out. */
    record Cell(String value, String id) {
        static Cell of(String value) {
            return new Cell(value, "");
        }

        static Cell money(long cents) {
            return of(Amounts.textOrEmpty(cents));
        }
    }

    ReportFrame(String name, ReportRequest request, Books books, Instant now, int cellsMax) {
        this.cellsMax = cellsMax;
        header.put("Time", Stamps.seconds(now));
        header.put("ReportName", name);
        header.put("ReportBasis", request.basis());
        header.put("StartPeriod", request.start().toString());
        header.put("EndPeriod", request.end().toString());
        header.put("SummarizeColumnsBy", request.summarize());
        header.put("Currency", books.company().homeCurrency());
    }

    ArrayNode rows() {
        return rows;
    }

    /** Adds a column with its key, which newer answers give as meta data [R]. */
    ObjectNode column(String title, String type, String key) {
        return column(columns, title, type, key);
    }

    static ObjectNode column(ArrayNode to, String title, String type, String key) {
        ObjectNode column = to.addObject().put("ColTitle", title).put("ColType", type);
        column.putArray("MetaData").addObject().put("Name", "ColKey").put("Value", key);
        return column;
    }

    /** Adds a data row; returns false once the report is full. */
    boolean data(ArrayNode to, List<Cell> values) {
        if (full(to, values.size())) {
            return false;
        }
        ObjectNode row = to.addObject();
        cells(row.putArray("ColData"), values);
        row.put("type", "Data");
        return true;
    }

    private boolean full(ArrayNode to, int more) {
        if (cells > cellsMax) {
            return true;
        }
        cells += more;
        if (cells > cellsMax) {
            cells(to.addObject().putArray("ColData"), List.of(Cell.of(TOO_MUCH)));
            return true;
        }
        return false;
    }

    /** Opens a section with a header; its rows go into the array returned by {@link #rowsOf}. */
    ObjectNode section(ArrayNode to, List<Cell> head, String group) {
        ObjectNode section = to.addObject();
        cells(section.putObject("Header").putArray("ColData"), head);
        section.putObject("Rows").putArray("Row");
        section.put("type", "Section");
        if (!group.isEmpty()) {
            section.put("group", group);
        }
        return section;
    }

    static ArrayNode rowsOf(ObjectNode section) {
        return (ArrayNode) section.path("Rows").path("Row");
    }

    void summary(ObjectNode section, List<Cell> values) {
        cells(section.putObject("Summary").putArray("ColData"), values);
    }

    /** Adds a row that is nothing but a total. */
    void total(ArrayNode to, List<Cell> values, String group) {
        ObjectNode row = to.addObject();
        summary(row, values);
        row.put("type", "Section");
        row.put("group", group);
    }

    private static void cells(ArrayNode to, List<Cell> values) {
        for (Cell cell : values) {
            ObjectNode one = to.addObject().put("value", cell.value());
            if (!cell.id().isEmpty()) {
                one.put("id", cell.id());
            }
        }
    }

    /** The finished report; says in its options whether it is empty. */
    String json(boolean empty) {
        ObjectNode option = header.putArray("Option").addObject();
        option.put("Name", "NoReportData").put("Value", String.valueOf(empty));
        return Json.text(report);
    }
}
