/*
 * Writes workbooks with libxlsxwriter from files of orders (orders.mjs tells the format), and prints how many milliseconds of
 * processor time each took. Orders are read and cut into fields before the clock starts: what is timed is what the library does.
 *
 *   write OUT_FOLDER ORDERS...        writes OUT_FOLDER/<name of the file of orders>.xlsx
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

#define MAX_FIELDS 64
#define MAX_FORMATS 1024

typedef struct {
    int count;
    char *fields[MAX_FIELDS];
} order;

static void fail(const char *what, const char *name)
{
    fprintf(stderr, "write: %s: %s\n", what, name);
    exit(1);
}

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) fail("cannot open", path);
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    if (!text || fread(text, 1, size, file) != (size_t) size) fail("cannot read", path);
    text[size] = 0;
    fclose(file);
    return text;
}

/* Fields stand between tabs; \t, \n and \\ are written as such. Changes the text. Fields that a line lacks are empty. */
static order cut(char *line)
{
    order found = {0};
    for (int i = 0; i < MAX_FIELDS; i++) found.fields[i] = "";
    char *to = line;
    found.fields[found.count++] = line;
    for (char *from = line; *from; from++) {
        if (*from == '\t') {
            *to++ = 0;
            if (found.count == MAX_FIELDS) fail("too many fields", line);
            found.fields[found.count++] = to;
        } else if (*from == '\\') {
            from++;
            *to++ = *from == 't' ? '\t' : *from == 'n' ? '\n' : *from;
        } else {
            *to++ = *from;
        }
    }
    *to = 0;
    return found;
}

static order *read_orders(char *text, int *count)
{
    int room = 1;
    for (char *at = text; *at; at++) room += *at == '\n';
    order *orders = malloc(room * sizeof(order));
    *count = 0;
    for (char *line = text; *line;) {
        char *end = strchr(line, '\n');
        char *next = end ? end + 1 : line + strlen(line);
        if (end) *end = 0;
        orders[(*count)++] = cut(line);
        line = next;
    }
    return orders;
}

static lxw_color_t colour(const char *hex) { return (lxw_color_t) strtol(hex, NULL, 16); }

static int is(const char *one, const char *other) { return strcmp(one, other) == 0; }

static uint8_t border(const char *line)
{
    if (is(line, "hair")) return LXW_BORDER_HAIR;
    if (is(line, "thin")) return LXW_BORDER_THIN;
    if (is(line, "medium")) return LXW_BORDER_MEDIUM;
    if (is(line, "thick")) return LXW_BORDER_THICK;
    return is(line, "double") ? LXW_BORDER_DOUBLE : LXW_BORDER_NONE;
}

/* format font size bold underline colour fill horizontal vertical wrap indent (line colour) x top right bottom left, number */
static lxw_format *make_format(lxw_workbook *workbook, char **field)
{
    lxw_format *format = workbook_add_format(workbook);
    format_set_font_name(format, field[1]);
    format_set_font_size(format, atof(field[2]));
    if (*field[3] == '1') format_set_bold(format);
    if (*field[4] == '1') format_set_underline(format, LXW_UNDERLINE_SINGLE);
    format_set_font_color(format, colour(field[5]));
    if (*field[6]) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, colour(field[6]));
    }
    format_set_align(format, is(field[7], "center")  ? LXW_ALIGN_CENTER
                             : is(field[7], "right") ? LXW_ALIGN_RIGHT
                                                     : LXW_ALIGN_LEFT);
    format_set_align(format, is(field[8], "top") ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    if (*field[9] == '1') format_set_text_wrap(format);
    if (*field[10] != '0') format_set_indent(format, atoi(field[10]));
    if (*field[11]) { format_set_top(format, border(field[11])); format_set_top_color(format, colour(field[12])); }
    if (*field[13]) { format_set_right(format, border(field[13])); format_set_right_color(format, colour(field[14])); }
    if (*field[15]) { format_set_bottom(format, border(field[15])); format_set_bottom_color(format, colour(field[16])); }
    if (*field[17]) { format_set_left(format, border(field[17])); format_set_left_color(format, colour(field[18])); }
    if (*field[19]) format_set_num_format(format, field[19]);
    return format;
}

/* sheet name tab orientation paper zoom freeze-rows freeze-columns title-first title-last footer hidden */
static lxw_worksheet *add_sheet(lxw_workbook *workbook, char **field)
{
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, field[1]);
    if (!sheet) fail("no such sheet", field[1]);
    if (*field[11] == '1') {
        worksheet_hide(sheet);
        return sheet;
    }
    if (*field[2]) worksheet_set_tab_color(sheet, colour(field[2]));
    if (is(field[3], "landscape")) worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, atoi(field[4]));
    worksheet_set_zoom(sheet, atoi(field[5]));
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_center_horizontally(sheet);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
    if (atoi(field[6]) || atoi(field[7])) worksheet_freeze_panes(sheet, atoi(field[6]), atoi(field[7]));
    if (*field[8]) worksheet_repeat_rows(sheet, atoi(field[8]) - 1, atoi(field[9]) - 1);
    worksheet_set_footer(sheet, field[10]);
    return sheet;
}

/* table top left bottom right name column... */
static void add_table(lxw_worksheet *sheet, int count, char **field)
{
    lxw_table_column columns[MAX_FIELDS] = {{0}};
    lxw_table_column *named[MAX_FIELDS] = {0};
    for (int i = 6; i < count; i++) {
        columns[i - 6].header = field[i];
        named[i - 6] = &columns[i - 6];
    }
    lxw_table_options options = {
        .name = field[5], .columns = named, .style_type = LXW_TABLE_STYLE_TYPE_DEFAULT, .no_banded_rows = LXW_TRUE};
    worksheet_add_table(sheet, atoi(field[1]), atoi(field[2]), atoi(field[3]), atoi(field[4]), &options);
}

/* validation top left bottom right title message value... */
static void add_validation(lxw_worksheet *sheet, int count, char **field)
{
    char *values[MAX_FIELDS] = {0};
    for (int i = 7; i < count; i++) values[i - 7] = field[i];
    lxw_data_validation validation = {.validate = LXW_VALIDATION_TYPE_LIST,
                                      .value_list = values,
                                      .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
                                      .error_title = field[5],
                                      .error_message = field[6]};
    worksheet_data_validation_range(sheet, atoi(field[1]), atoi(field[2]), atoi(field[3]), atoi(field[4]), &validation);
}

/* condition top left bottom right formula bold fill colour */
static void add_condition(lxw_workbook *workbook, lxw_worksheet *sheet, char **field)
{
    lxw_format *format = workbook_add_format(workbook);
    if (*field[6] == '1') format_set_bold(format);
    if (*field[7]) format_set_bg_color(format, colour(field[7]));
    if (*field[8]) format_set_font_color(format, colour(field[8]));
    lxw_conditional_format condition = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = field[5], .format = format};
    worksheet_conditional_format_range(sheet, atoi(field[1]), atoi(field[2]), atoi(field[3]), atoi(field[4]), &condition);
}

/* properties title subject author keywords seconds */
static void set_properties(lxw_workbook *workbook, char **field)
{
    lxw_doc_properties properties = {.title = field[1],
                                     .subject = field[2],
                                     .author = field[3],
                                     .company = field[3],
                                     .keywords = field[4],
                                     .created = (time_t) atoll(field[5])};
    workbook_set_properties(workbook, &properties);
}

/* text|number|formula-text|formula-number|link|blank row column format value [value] */
static int write_cell(lxw_worksheet *sheet, lxw_format **formats, char **field)
{
    lxw_row_t row = atoi(field[1]);
    lxw_col_t column = atoi(field[2]);
    lxw_format *format = *field[3] ? formats[atoi(field[3])] : NULL;
    if (is(field[0], "text")) worksheet_write_string(sheet, row, column, field[4], format);
    else if (is(field[0], "number")) worksheet_write_number(sheet, row, column, atof(field[4]), format);
    else if (is(field[0], "blank")) worksheet_write_blank(sheet, row, column, format);
    else if (is(field[0], "formula-number")) worksheet_write_formula_num(sheet, row, column, field[4], format, atof(field[5]));
    else if (is(field[0], "formula-text")) worksheet_write_formula_str(sheet, row, column, field[4], format, field[5]);
    else if (is(field[0], "link")) worksheet_write_url_opt(sheet, row, column, field[4], format, field[5], NULL);
    else return 0;
    return 1;
}

static void follow(lxw_workbook *workbook, order *orders, int count)
{
    lxw_format *formats[MAX_FORMATS];
    int known = 0;
    lxw_worksheet *sheet = NULL;
    for (int i = 0; i < count; i++) {
        char **field = orders[i].fields;
        if (write_cell(sheet, formats, field)) continue;
        if (is(field[0], "row")) worksheet_set_row(sheet, atoi(field[1]), atof(field[2]), NULL);
        else if (is(field[0], "format")) formats[known++] = make_format(workbook, field);
        else if (is(field[0], "merge"))
            worksheet_merge_range(sheet, atoi(field[1]), atoi(field[2]), atoi(field[3]), atoi(field[4]), "", NULL);
        else if (is(field[0], "column")) {
            lxw_row_col_options options = {.hidden = *field[3] == '1'};
            worksheet_set_column_opt(sheet, atoi(field[1]), atoi(field[1]), atof(field[2]), NULL, &options);
        }
        else if (is(field[0], "table")) add_table(sheet, orders[i].count, field);
        else if (is(field[0], "validation")) add_validation(sheet, orders[i].count, field);
        else if (is(field[0], "condition")) add_condition(workbook, sheet, field);
        else if (is(field[0], "sheet")) sheet = add_sheet(workbook, field);
        else if (is(field[0], "name")) workbook_define_name(workbook, field[1], field[2]);
        else if (is(field[0], "properties")) set_properties(workbook, field);
        else fail("no such order", field[0]);
    }
}

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

int main(int count, char **words)
{
    for (int i = 2; i < count; i++) {
        int orders;
        char *text = read_file(words[i]);
        order *read = read_orders(text, &orders);
        const char *name = strrchr(words[i], '/');
        char path[4096];
        snprintf(path, sizeof path, "%s/%s.xlsx", words[1], name ? name + 1 : words[i]);
        double start = milliseconds();
        lxw_workbook *workbook = workbook_new(path);
        follow(workbook, read, orders);
        if (workbook_close(workbook) != LXW_NO_ERROR) fail("cannot write", path);
        printf("%.3f\n", milliseconds() - start);
        free(read);
        free(text);
    }
    return 0;
}
