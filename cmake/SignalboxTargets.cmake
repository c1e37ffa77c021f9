# What every target of the house shares, and the functions that make one.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# moc of Qt 6.4 stops at <compare> and <concepts> unless this is defined.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_VISIBILITY=)

find_program(SIGNALBOX_CCACHE ccache)
if(SIGNALBOX_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Without these ccache passes over everything that uses a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${SIGNALBOX_CCACHE})
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        add_compile_options(-fpch-preprocess)
    endif()
endif()

add_library(signalbox_options INTERFACE)
target_include_directories(signalbox_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(signalbox_options INTERFACE SIGNALBOX_VERSION="${PROJECT_VERSION}")
target_compile_options(signalbox_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wcast-align -Wnon-virtual-dtor
    -Woverloaded-virtual -Wdouble-promotion -Wformat=2 -Wno-sign-conversion)
if(SIGNALBOX_WERROR)
    target_compile_options(signalbox_options INTERFACE -Werror)
endif()
if(SIGNALBOX_SANITIZE)
    # GCC 12 sees uninitialised members of a moved std::optional where a sanitizer watches it; there are none.
    target_compile_options(signalbox_options INTERFACE -fsanitize=${SIGNALBOX_SANITIZE} -fno-omit-frame-pointer
        -Wno-maybe-uninitialized)
    target_link_options(signalbox_options INTERFACE -fsanitize=${SIGNALBOX_SANITIZE})
    if(SIGNALBOX_SANITIZE MATCHES undefined)
        target_compile_options(signalbox_options INTERFACE -fno-sanitize-recover=undefined)
    endif()
    if(SIGNALBOX_SANITIZE MATCHES thread)
        target_sources(signalbox_options INTERFACE
            $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:${PROJECT_SOURCE_DIR}/cmake/forkwithoutsharing.cpp>)
    endif()
endif()

if(SIGNALBOX_FUZZ)
    target_compile_options(signalbox_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(signalbox_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

add_library(signalbox_qt_options INTERFACE)
target_link_libraries(signalbox_qt_options INTERFACE signalbox_options)
target_compile_definitions(signalbox_qt_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# signalbox_library(signalbox_log SOURCES a.h a.cpp LIBS signalbox_base [QT] [PCH header...|REUSE target])
function(signalbox_library name)
    cmake_parse_arguments(arg "QT" "REUSE" "SOURCES;LIBS;PCH" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    if(arg_QT)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
        target_link_libraries(${name} PUBLIC signalbox_qt_options ${arg_LIBS})
    else()
        target_link_libraries(${name} PUBLIC signalbox_options ${arg_LIBS})
    endif()
    if(arg_PCH)
        target_precompile_headers(${name} PRIVATE ${arg_PCH})
    elseif(arg_REUSE)
        target_precompile_headers(${name} REUSE_FROM ${arg_REUSE})
    endif()
endfunction()

# signalbox_test(core/graph SOURCES tst_a.cpp … LIBS signalbox_graph LABELS unit)
# One executable a folder: each tst_*.cpp holds one test class and SIGNALBOX_TEST(Class) at its end.
function(signalbox_test folder)
    cmake_parse_arguments(arg "" "" "SOURCES;LIBS;LABELS" ${ARGN})
    string(REPLACE "/" "_" name tst_${folder})
    add_executable(${name} ${arg_SOURCES} ${PROJECT_SOURCE_DIR}/tests/testmain.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE ${arg_LIBS} signalbox_testing)
    if(signalbox_ui IN_LIST arg_LIBS) # QTest says more where there is a screen, which the common header does not know
        target_precompile_headers(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/pch.h)
    else()
        target_precompile_headers(${name} REUSE_FROM signalbox_testing)
    endif()
    target_compile_definitions(${name} PRIVATE SIGNALBOX_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        SIGNALBOX_BINARY_DIR="${PROJECT_BINARY_DIR}")
    add_test(NAME ${folder} COMMAND ${name})
    set_tests_properties(${folder} PROPERTIES TIMEOUT 300 LABELS "${arg_LABELS}"
        ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;XDG_DATA_HOME=${PROJECT_BINARY_DIR}/testdata;XDG_CACHE_HOME=${PROJECT_BINARY_DIR}/cache")
endfunction()
