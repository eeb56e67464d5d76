// SPDX-License-Identifier: Apache-2.0
#include "markup.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace packaging {

namespace {

constexpr qsizetype CodeIndent = 4;

/// Calls `make` for what the expression captures first, all over the text.
template<class Make>
QString replaced(const QString &text, const QRegularExpression &expression, const Make &make)
{
    QString result;
    qsizetype end = 0;
    auto matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += text.mid(end, match.capturedStart() - end) + make(match);
        end = match.capturedEnd();
    }
    return result + text.mid(end);
}

/// A group of lines that belong together, read one after the other.
class Reader
{
public:
    Reader(const QString &markdown, const Insertions &insertions)
        : m_lines(markdown.split(u'\n')), m_insertions(insertions)
    { }

    QString html()
    {
        QString html;
        while (m_next < m_lines.size()) {
            if (line().isEmpty())
                ++m_next;
            else
                html += nextBlock();
        }
        return html;
    }

private:
    const QString &line() const { return m_lines.at(m_next); }
    bool isWithin() const { return m_next < m_lines.size() && !line().isEmpty(); }

    QString nextBlock()
    {
        if (line().startsWith(u'#'))
            return heading();
        if (line().startsWith("    "_L1))
            return code();
        if (line().startsWith("- "_L1))
            return list(u"ul"_s, QRegularExpression(u"^- "_s));
        if (line().startsWith("1. "_L1))
            return list(u"ol"_s, QRegularExpression(u"^\\d+\\. "_s));
        if (line().startsWith(u'|'))
            return table();
        if (line().startsWith("!["_L1))
            return picture();
        if (line().startsWith("{{"_L1) && line().endsWith("}}"_L1))
            return m_insertions.block(m_lines.at(m_next++).chopped(2).mid(2));
        return u"<p>"_s + inner(joined()) + u"</p>\n"_s;
    }

    QString joined()
    {
        QStringList lines;
        for (; isWithin(); ++m_next)
            lines.append(line().trimmed());
        return lines.join(u' ');
    }

    QString heading()
    {
        static const QRegularExpression form(u"^(#+) (.*?)(?: \\{#([-\\w]+)\\})?$"_s);
        const QRegularExpressionMatch match = form.match(m_lines.at(m_next++));
        const QString tag = u'h' + QString::number(match.captured(1).size());
        const QString anchor = match.captured(3);
        const QString id = anchor.isEmpty() ? QString() : u" id=\"%1\""_s.arg(anchor);
        return u'<' + tag + id + u'>' + inner(match.captured(2)) + u"</"_s + tag + u">\n"_s;
    }

    QString code()
    {
        QStringList lines;
        for (; isWithin(); ++m_next)
            lines.append(line().mid(CodeIndent).toHtmlEscaped());
        return u"<pre><code>"_s + lines.join(u'\n') + u"</code></pre>\n"_s;
    }

    QString list(const QString &tag, const QRegularExpression &mark)
    {
        QStringList items;
        for (; isWithin(); ++m_next) {
            if (mark.match(line()).hasMatch())
                items.append(QString(line()).remove(mark));
            else
                items.last() += u' ' + line().trimmed();
        }
        QString html = u'<' + tag + u">\n"_s;
        for (const QString &item : std::as_const(items))
            html += u"<li>"_s + inner(item) + u"</li>\n"_s;
        return html + u"</"_s + tag + u">\n"_s;
    }

    QString picture()
    {
        static const QRegularExpression form(u"^!\\[(.*)\\]\\((.*)\\)$"_s);
        const QRegularExpressionMatch match = form.match(joined());
        return u"<p class=\"picture\"><img src=\"%1\" alt=\"%2\"></p>\n"_s.arg(
            match.captured(2), match.captured(1).toHtmlEscaped());
    }

    QStringList cells() const
    {
        QStringList cells = line().split(u'|');
        cells.removeFirst();
        cells.removeLast();
        for (QString &cell : cells)
            cell = cell.trimmed();
        return cells;
    }

    QString row(const QStringList &cells, const QString &tag) const
    {
        QString html = u"<tr>"_s;
        for (const QString &cell : cells)
            html += u'<' + tag + u'>' + inner(cell) + u"</"_s + tag + u'>';
        return html + u"</tr>\n"_s;
    }

    QString table()
    {
        QString html = u"<div class=\"table\"><table>\n<thead>\n"_s + row(cells(), u"th"_s)
            + u"</thead>\n<tbody>\n"_s;
        for (m_next += 2; isWithin(); ++m_next) {
            const QStringList all = cells();
            const QString &first = all.constFirst();
            html += all.size() == 1 && first.startsWith("{{"_L1)
                ? m_insertions.rows(first.chopped(2).mid(2))
                : row(all, u"td"_s);
        }
        return html + u"</tbody>\n</table></div>\n"_s;
    }

    /// What stands within a block; code first, in which nothing else counts.
    QString inner(const QString &text) const
    {
        const QStringList parts = text.split(u'`');
        QString html;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            html += i % 2 == 0 ? prose(parts.at(i).toHtmlEscaped())
                               : u"<code>"_s + parts.at(i).toHtmlEscaped() + u"</code>"_s;
        }
        return html;
    }

    QString prose(QString text) const
    {
        static const QRegularExpression strong(u"\\*\\*(.+?)\\*\\*"_s);
        static const QRegularExpression emphasis(u"\\*(.+?)\\*"_s);
        static const QRegularExpression link(u"\\[(.+?)\\]\\((.+?)\\)"_s);
        static const QRegularExpression word(u"\\{\\{(.+?)\\}\\}"_s);
        text.replace(strong, u"<strong>\\1</strong>"_s);
        text.replace(emphasis, u"<em>\\1</em>"_s);
        text = replaced(text, link, [this](const QRegularExpressionMatch &match) {
            return u"<a href=\"%1\">%2</a>"_s.arg(m_insertions.link(match.captured(2)),
                                                  match.captured(1));
        });
        return replaced(text, word, [this](const QRegularExpressionMatch &match) {
            return m_insertions.text(match.captured(1));
        });
    }

    QStringList m_lines;
    qsizetype m_next = 0;
    const Insertions &m_insertions;
};

} // namespace

QString htmlOf(const QString &markdown, const Insertions &insertions)
{
    return Reader(markdown, insertions).html();
}

} // namespace packaging
