// SPDX-License-Identifier: Apache-2.0
#include "headless/makeoutput.h"

#include "headless/outputfile.h"
#include "headless/outputstream.h"
#include "share/report/exporttarget.h"

namespace headless {

tl::expected<std::unique_ptr<Output>, QString> makeOutput(const QString &path)
{
    if (path.isEmpty())
        return std::make_unique<OutputStream>();
    if (const auto problem = share::exportTargetProblem(path))
        return tl::unexpected(*problem);
    auto file = std::make_unique<OutputFile>(path);
    if (const auto problem = file->open())
        return tl::unexpected(*problem);
    return file;
}

} // namespace headless
