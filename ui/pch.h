// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for every source of signalbox_ui.
#pragma once

#include <QtWidgets>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>
